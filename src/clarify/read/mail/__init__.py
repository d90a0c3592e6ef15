"""Reads the layout of messages: mails, HTML and chats; headers, quoted replies, signatures, small print. Pure.

Others use `source.text_in` and `text_as_given` (plain text from bytes or from a paste), `layout.layout_of` (the lines
that are the leader's own), `sentences` and `sent_at` (the moment when a mail was written).
"""
