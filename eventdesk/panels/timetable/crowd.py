"""What people lose: wishes that are at one time, and how many would go where. People are bits of whole numbers."""

from collections.abc import Mapping, Sequence

from eventdesk.panels.session import Session

_WHOLE = 100


class Crowd:
    """The people who wish anything; sessions go by number."""

    def __init__(
        self, sessions: Sequence[Session], wish_lists: Mapping[tuple[int, ...], int], percent: Mapping[int, int]
    ) -> None:
        """Number the people; those with the same wishes stand side by side."""
        number = {session.id: at for at, session in enumerate(sessions)}
        self.expected = [session.expected or 0 for session in sessions]
        self._percent = [percent.get(session.id, _WHOLE) for session in sessions]
        self.wants = [0] * len(sessions)
        """Who wishes a session."""
        self._rather: list[dict[int, int]] = [{} for _ in sessions]
        self._lists: list[tuple[int, ...]] = []
        self._of_person: list[int] = []
        numbered = sorted(
            (tuple(dict.fromkeys(number[each] for each in wishes if each in number)), count)
            for wishes, count in wish_lists.items()
        )
        people = 0
        for wishes, count in numbered:
            bits = ((1 << count) - 1) << people
            people += count
            for rank, each in enumerate(wishes):
                self.wants[each] |= bits
                rather = self._rather[each]
                for better in wishes[:rank]:
                    rather[better] = rather.get(better, 0) | bits
            self._of_person += [len(self._lists)] * count
            self._lists.append(wishes)
        self.people = people
        """How many wish anything."""
        self.wishers = [bits.bit_count() for bits in self.wants]

    def demands(self, sessions: Sequence[int]) -> list[int]:
        """Return how many would go to each of these sessions, all at one time: everybody to their best wish."""
        found = []
        for each in sessions:
            rather, gone = self._rather[each], 0
            for other in sessions:
                bits = rather.get(other)
                if bits is not None:
                    gone |= bits
            found.append(self.expect(each, (self.wants[each] & ~gone).bit_count()))
        return found

    def expect(self, session: int, wishers: int) -> int:
        """Return how many come if so many wish for it in the end."""
        people = wishers if self.wants[session] else self.expected[session]
        return -(-people * self._percent[session] // _WHOLE)

    def look(self, placed: Sequence[tuple[int, int]], overlaps: Sequence[frozenset[int]]) -> tuple[int, dict[int, int]]:
        """Return the wishes lost by clash and how many would go to each session, for sessions with their slots.

        Everybody takes wish after wish, the best first, unless it overlaps one they took; those are lost.
        """
        slot = dict(placed)
        lost, going = 0, dict.fromkeys(slot, 0)
        once = twice = 0
        for each in slot:
            twice |= once & self.wants[each]
            once |= self.wants[each]
        for each in slot:
            going[each] = (self.wants[each] & ~twice).bit_count()
        for number, count in self._several(twice):
            taken: list[int] = []
            for each in self._lists[number]:
                if each not in slot:
                    continue
                if overlaps[slot[each]].isdisjoint(taken):
                    taken.append(slot[each])
                    going[each] += count
                else:
                    lost += count
        return lost, {each: self.expect(each, people) for each, people in going.items()}

    def _several(self, bits: int) -> list[tuple[int, int]]:
        """Return the wish lists of these people, by number, and how many of the people have each."""
        found: dict[int, int] = {}
        while bits:
            low = bits & -bits
            number = self._of_person[low.bit_length() - 1]
            found[number] = found.get(number, 0) + 1
            bits ^= low
        return list(found.items())
