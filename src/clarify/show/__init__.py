"""The person: screens, questions, clipboard, editor, launching programs.

The only package that imports rich and prompt_toolkit, or touches standard input and output. Commands use all of it.
"""
