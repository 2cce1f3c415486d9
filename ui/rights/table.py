"""To which duty of `eventdesk.rights` each page belongs, and each key that means more than its page."""

from collections.abc import Mapping

from eventdesk.rights import Duty
from ui.actions import ActionId, PageId

DUTY_OF_PAGE: Mapping[PageId, Duty] = {
    PageId.CHECK_IN: Duty.SCAN,
    PageId.PRINTER: Duty.BADGES,
    PageId.PEOPLE: Duty.PEOPLE,
    PageId.BADGES: Duty.LISTS,
    PageId.IMPORT: Duty.LISTS,
    PageId.FAIR: Duty.PLANS,
    PageId.PANELS: Duty.PLANS,
    PageId.CAFE: Duty.PLANS,
    PageId.PRIZE: Duty.POLLS,
    PageId.REPORTS: Duty.AFTERWARDS,
    PageId.JOURNAL: Duty.UNDO_ALL,
    PageId.EVENT: Duty.SETTINGS,
    PageId.TEMPLATES: Duty.SETTINGS,
}
"""The start page and the page of a locked desk are for everybody."""
DUTY_OF_ACTION: Mapping[ActionId, Duty] = {ActionId.FORCE: Duty.ADMIT_ANYWAY}
