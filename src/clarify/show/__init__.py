"""The person: screens, questions, clipboard, editor, launching programs.

The only package that imports rich, questionary and prompt_toolkit, or touches the standard streams. Commands use all of
it.
"""
