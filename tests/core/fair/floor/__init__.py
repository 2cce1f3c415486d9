"""The floor: geometry, rules, drawings behind the plan."""
