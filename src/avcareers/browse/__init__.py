"""The catalogue on a full screen: the extra `browse`, which no other command loads."""
