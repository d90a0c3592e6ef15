"""YAML as people write it: `reading` with the line of every mistake, `writing`, and `editing` that keeps remarks.

Pure: text in, values or text out. The rest of `keep` may use everything in this package.
"""
