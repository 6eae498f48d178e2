"""Help: the pages that ship with the application, and the window that shows them."""
