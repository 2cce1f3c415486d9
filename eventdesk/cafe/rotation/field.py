"""Finite fields: adding and multiplying among as many numbers as there are tables, where that is a prime power."""

from itertools import product


def prime_power(number: int) -> tuple[int, int] | None:
    """Return the prime and the exponent of which a number is the power, None if it is not."""
    if number < 2:
        return None
    prime = next((each for each in range(2, number + 1) if each * each <= number and number % each == 0), number)
    exponent, rest = 0, number
    while rest % prime == 0:
        rest //= prime
        exponent += 1
    return (prime, exponent) if rest == 1 else None


class Field:
    """The field with so many elements, called 0 to `size` - 1; 0 and 1 are what they are called."""

    def __init__(self, size: int) -> None:
        """Prepare a field; a size that is no prime power is a ValueError."""
        found = prime_power(size)
        if found is None:
            raise ValueError(f"there is no field with {size} elements")
        self._prime, self._degree = found
        self._tail = _irreducible(self._prime, self._degree) if self._degree > 1 else ()

    def add(self, one: int, other: int) -> int:
        """Return the sum of two elements."""
        return self._number([a + b for a, b in zip(self._digits(one), self._digits(other), strict=True)])

    def multiply(self, one: int, other: int) -> int:
        """Return the product of two elements."""
        digits = [0] * (2 * self._degree - 1)
        for i, a in enumerate(self._digits(one)):
            for j, b in enumerate(self._digits(other)):
                digits[i + j] += a * b
        for place in range(len(digits) - 1, self._degree - 1, -1):
            for i, tail in enumerate(self._tail):
                digits[place - self._degree + i] -= digits[place] * tail
        return self._number(digits[: self._degree])

    def _digits(self, element: int) -> list[int]:
        digits = []
        for _ in range(self._degree):
            element, digit = divmod(element, self._prime)
            digits.append(digit)
        return digits

    def _number(self, digits: list[int]) -> int:
        found = 0
        for digit in reversed(digits):
            found = found * self._prime + digit % self._prime
        return found


def _irreducible(prime: int, degree: int) -> tuple[int, ...]:
    """Return what stands below the highest power of a polynomial that is no product, the constant first."""
    for tail in product(range(prime), repeat=degree):
        polynomial = [*tail, 1]
        if not any(
            _divides([*lower, 1], polynomial, prime)
            for below in range(1, degree // 2 + 1)
            for lower in product(range(prime), repeat=below)
        ):
            return tail
    raise AssertionError("there is one of every degree")


def _divides(divisor: list[int], polynomial: list[int], prime: int) -> bool:
    rest = list(polynomial)
    while len(rest) >= len(divisor):
        lead = rest.pop()
        for back in range(2, len(divisor) + 1):
            rest[1 - back] = (rest[1 - back] - lead * divisor[-back]) % prime
    return not any(rest)
