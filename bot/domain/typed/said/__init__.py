"""What people say to what they were asked: yes and no, how it was, how bad it is, which one."""
