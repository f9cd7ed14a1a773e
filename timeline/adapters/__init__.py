"""The engines that publish: MkDocs, and a plain folder."""
