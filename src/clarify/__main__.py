"""`python -m clarify`"""

from clarify.cli import main

main()
