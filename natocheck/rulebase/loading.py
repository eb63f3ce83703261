"""The rule base, from the cache if it is there, else from YAML."""

from collections.abc import Sequence
from pathlib import Path

from natocheck.model.errors import RuleError
from natocheck.model.facts import RuleBase
from natocheck.rulebase import cache as kept
from natocheck.rulebase.faults import Fault, listed
from natocheck.rulebase.folders import Layer, digest_of, read_layers


def load(
    extra: Sequence[Path] = (), *, cache: Path | None = None, use_cache: bool = True
) -> RuleBase:
    """Return the shipped rules with the users' folders layered over.

    An id given again in a later folder replaces the earlier entry. ``cache`` is the
    folder for the compiled rule base, by default the user's cache folder. Raises one
    RuleError that lists every fault of every file.
    """
    rulebase, faults = load_or_faults(read_layers(extra), cache=cache, use_cache=use_cache)
    if faults:
        raise RuleError(listed(faults))
    return rulebase


def load_or_faults(
    layers: Sequence[Layer], *, cache: Path | None = None, use_cache: bool = True
) -> tuple[RuleBase, list[Fault]]:
    """Return the rule base and its faults; with faults, the broken entries are missing."""
    digest = digest_of(layers)
    unread = any(layer.faults for layer in layers)
    file = kept.cache_file(digest, cache) if use_cache and not unread else None
    found = kept.read(file, digest) if file else None
    if found is not None:
        return found, []
    # Only here, since reading YAML needs imports that a cached run does without.
    from natocheck.rulebase.compiling import compile_layers
    from natocheck.rulebase.yamls import parse

    remembered = kept.parsed_once(parse, cache) if use_cache else parse
    rulebase, faults = compile_layers(layers, digest, remembered)
    if file and not faults:
        kept.write(file, rulebase)
    return rulebase, faults
