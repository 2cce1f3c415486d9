"""The paper that badges are printed on: labels, cuts, folds, backs behind their fronts."""
