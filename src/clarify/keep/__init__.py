"""The disk: one file a brief, written whole or not at all, locked, undoable; settings; the prompts in force.

Others use `store.Store`, `settings`, `prompts.Catalog` and, for files that are no briefs, `files`. Everything that
opens a file of the person's is in this package.
"""
