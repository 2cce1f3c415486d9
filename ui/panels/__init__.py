"""The page of the programme: when and where each session is, who has a place, how full the rooms are."""
