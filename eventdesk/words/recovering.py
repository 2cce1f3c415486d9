"""Sentences about damaged files, their backups, and the places where files are."""

from typing import assert_never

from eventdesk.codes import BackupSource, WhyLeft
from eventdesk.whereabouts import Place, Whereabouts
from eventdesk.words import Words


def source_name(words: Words, source: BackupSource) -> str:
    """Return where a backup lies: "on this computer"."""
    match source:
        case BackupSource.OWN:
            return words.t("on this computer")
        case BackupSource.SECOND:
            return words.t("at the second place")
        case BackupSource.BESIDE:
            return words.t("beside the file")
        case _:
            assert_never(source)


def why_left(words: Words, why: WhyLeft) -> str:
    """Return why something has to be done again by hand."""
    match why:
        case WhyLeft.UNREADABLE:
            return words.t("It cannot be read in full.")
        case WhyLeft.OVERTAKEN:
            return words.t("It does not fit what is in the file now.")
        case WhyLeft.ERASED:
            return words.t("Somebody was erased: please erase them again.")
        case WhyLeft.VOTES:
            return words.t("Votes are in no journal: please look at this poll.")
        case _:
            assert_never(why)


def place_sentence(words: Words, found: Whereabouts) -> str:
    """Return what speaks against working on a file where it is; empty for a plain disk."""
    match found.kind:
        case Place.LOCAL:
            return ""
        case Place.CLOUD:
            return words.t(
                "This file lies in a folder that {name} sends to other computers: it may be changed or locked there "
                "while you work.",
                name=found.name,
            )
        case Place.NETWORK:
            return words.t("This file lies on a network drive: if the network fails, nothing can be saved.")
        case Place.REMOVABLE:
            return words.t("This file lies on a stick or card: if it is pulled out, nothing can be saved.")
        case Place.TEMPORARY:
            return words.t("This file lies in a temporary folder: the computer may delete it.")
        case _:
            assert_never(found.kind)
