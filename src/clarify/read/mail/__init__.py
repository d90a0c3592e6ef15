"""How a message is laid out: mails, HTML and chats; headers, quoted replies, signatures and small print. Pure.

Others use `source.text_in` and `text_as_given` (bytes or a paste into plain text), `layout.layout_of` (which lines are
the leader's own) and `sent_at` (when a mail was written).
"""
