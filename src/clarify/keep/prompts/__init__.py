"""The prompts in force (question sets, messages, vague words): the person's own first, then the shipped ones.

Others use `Catalog`, and `prompts_folder` and `shipped_wording` for the files that come with clarify. Each kind of file
is read by a module of its own, which names every mistake with its line.
"""

from clarify.keep.prompts.catalog import Catalog, prompts_folder, shipped_wording

__all__ = ["Catalog", "prompts_folder", "shipped_wording"]
