"""A brief or several into a message, and a message into a format. Pure.

Others use `compose.compose`, the `Message` that it returns, and `formats.FORMATS`.
"""
