"""What typed words can mean."""
