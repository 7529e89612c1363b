"""A desktop journal for the hard client call: prepare it, hold it, look back on it, keep the lesson."""
