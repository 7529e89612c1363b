"""What lists and pages show, read and put into words: between the journal's records and the widgets."""
