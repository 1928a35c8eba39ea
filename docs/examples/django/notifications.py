"""The helper that an application calls, whose notifications are Carillon's: see docs/sql.md."""

import json

from django.db import connection


def create_notification(recipient, notification_type, title, message, application=None):
    """Tell somebody, in the transaction that makes it true: rolled back, nobody hears of it."""
    subject = application and json.dumps(
        {'type': 'course_application', 'id': str(application.pk), 'label': application.title})
    with connection.cursor() as cursor:
        cursor.execute(
            'SELECT carillon.notify(%s, %s, title => %s, message => %s, subject => %s)',
            [str(recipient.pk), notification_type, title, message, subject])
        return cursor.fetchone()[0]
