"""What a backend survives: kills, power cuts, failing disks, many writers; and what a commit costs."""
