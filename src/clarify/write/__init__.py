"""Makes a message of one brief or several, and text in a format of the message. Pure.

Others use `compose.compose`, the `Message` that it returns, and `formats.FORMATS`.
"""
