"""What is made when it is wanted, in processes beside the bot: pictures and files of one person, films of a session, loops with a strip."""
