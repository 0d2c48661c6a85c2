"""The camera, the light, the lines and the picture they make."""
