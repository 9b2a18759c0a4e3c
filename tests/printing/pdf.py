"""Reading a PDF back."""

import pypdfium2


def text_of_page(pdf: bytes, index: int = 0) -> str:
    with pypdfium2.PdfDocument(pdf) as document:
        text: str = document[index].get_textpage().get_text_range()
    return text
