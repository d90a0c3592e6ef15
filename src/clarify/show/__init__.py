"""The person: screens, questions, clipboard, editor, launching programs.

The only package that imports rich, prompt_toolkit and pyperclip, or touches standard input and output. Commands use all
of it.
"""
