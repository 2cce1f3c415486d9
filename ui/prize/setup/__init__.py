"""Setting a poll up: what can be voted for, the rules, ballots, the notice, opening it."""
