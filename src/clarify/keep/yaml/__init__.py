"""YAML as people write it: `reading` with the line of every mistake, `writing`, `editing` that keeps remarks.

Pure: text in, values or text out. Everything in this package may be used by the rest of `keep`.
"""
