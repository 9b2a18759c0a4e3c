"""What turns the checkout into something to hand out: forms, translations, bundles, installers."""
