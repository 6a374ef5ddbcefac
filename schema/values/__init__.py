"""Values that keep what the source said: partial dates, money, quantities."""

from bilateral.schema.values.amount import QUALIFIERS, Amount, Qualifier
from bilateral.schema.values.edtf import Answer, PartialDate, Precision
from bilateral.schema.values.quantity import UNITS, Quantity

__all__ = ["QUALIFIERS", "UNITS", "Amount", "Answer", "PartialDate", "Precision", "Qualifier", "Quantity"]
