"""The disk: one file for each brief, written whole or not at all, with undo; settings; the prompts in force.

Others use `store.Store`, `settings`, `prompts.Catalog` and, for files that are not briefs, `files`. Only this package
opens files of the person.
"""
