"""What a column of a list of people may hold."""

from enum import StrEnum


class Field(StrEnum):
    """The meaning of a column. Several columns may have the same one: the first that is filled counts."""

    NAME = "name"
    GIVEN_NAME = "given_name"
    FAMILY_NAME = "family_name"
    NATIVE_NAME = "native_name"
    TITLE = "title"
    ORGANISATION = "organisation"
    POSITION = "position"
    SECTOR = "sector"
    ROLES = "roles"
    TICKET_TYPE = "ticket_type"  # a role if it is one we know, else kept as an extra field
    EMAIL = "email"
    PHONE = "phone"
    TOWN = "town"
    LANGUAGES = "languages"
    NEEDS = "needs"
    NOTE = "note"
    ATTENTION = "attention"
    ATTENTION_FLAG = "attention_flag"  # yes: a person of the desk should look
    STATUS = "status"
    PAID = "paid"  # no: pending
    BLOCKED = "blocked"  # yes: pending
    GROUP = "group"
    EXHIBITOR = "exhibitor"
    WISHES = "wishes"
    DAYS = "days"
    CONSENTS = "consents"
    TICKET = "ticket"  # a foreign code, kept as it is
    BADGE_CODE = "badge_code"  # our own sixteen digits
    FOREIGN_ID = "foreign_id"
    ORDER = "order"  # an order, which together with
    ORDER_POSITION = "order_position"  # the position in it makes a foreign id
    ADD_ON_TO = "add_on_to"  # filled: the row is a thing that somebody booked, not a person
    QUANTITY = "quantity"  # how many tickets the row stands for
    SOURCE = "source"
    ORIGIN = "origin"
    EXTRA = "extra"  # kept under the column's own name
    IGNORE = "ignore"
