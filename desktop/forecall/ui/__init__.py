"""The window: pages, widgets, dialogs and the theme, over Qt."""
