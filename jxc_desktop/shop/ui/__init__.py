"""The screens of the shop itself: login, people, settings, the audit log."""
