"""Who may send when: at a pace that Telegram bears, and whoever was refused waits alone."""
