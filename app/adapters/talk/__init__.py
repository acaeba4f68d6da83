"""What trained heads read in words besides anger: the agent's moves, danger in what a caller says."""
