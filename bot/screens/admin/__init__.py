"""What those see who run the bot, and nobody else."""
