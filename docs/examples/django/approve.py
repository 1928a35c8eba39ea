"""A whole Django project in one file: applications, their approval, and who hears of it.

Needs Django, psycopg, and DATABASE_URL of the application's own role, for which Carillon was told a service:

    python docs/examples/django/approve.py
"""

import os
from urllib.parse import urlsplit

import django
from django.conf import settings

url = urlsplit(os.environ['DATABASE_URL'])
settings.configure(
    SECRET_KEY='of an example',
    USE_TZ=True,
    DEFAULT_AUTO_FIELD='django.db.models.BigAutoField',
    INSTALLED_APPS=['django.contrib.contenttypes', 'django.contrib.auth'],
    DATABASES={'default': {
        'ENGINE': 'django.db.backends.postgresql', 'NAME': url.path[1:], 'USER': url.username,
        'PASSWORD': url.password or '', 'HOST': url.hostname, 'PORT': url.port or 5432,
        # The application's tables stand apart from Carillon's.
        'OPTIONS': {'options': '-c search_path=shop'}}})
django.setup()

from django.contrib.auth.models import User  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.db import connection, models, transaction  # noqa: E402

from notifications import create_notification  # noqa: E402


class Application(models.Model):
    candidate = models.ForeignKey(User, models.CASCADE)
    title = models.CharField(max_length=200)
    status = models.CharField(max_length=20, default='submitted')

    class Meta:
        app_label = 'applications'


def approve(pk):
    """Nothing but what the application does anyway, and a line that tells of it."""
    with transaction.atomic():
        application = Application.objects.select_for_update().get(pk=pk)
        application.status = 'approved'
        application.save(update_fields=['status'])
        create_notification(
            application.candidate, 'application_approved', f'Approved: {application.title}',
            'Your application has been approved.', application)
        if application.title == 'Doubtful':
            raise ValueError('We thought better of it')


with connection.cursor() as cursor:
    cursor.execute('CREATE SCHEMA IF NOT EXISTS shop')
call_command('migrate', verbosity=0)
with connection.schema_editor() as editor:
    editor.create_model(Application)

casey = User.objects.create(username='casey')
good = Application.objects.create(candidate=casey, title='Rust in practice')
doubtful = Application.objects.create(candidate=casey, title='Doubtful')
for application in (good, doubtful):
    try:
        approve(application.pk)
        print(f'approved {application.title} for the user {casey.pk}')
    except ValueError as error:
        print(f'rolled back {application.title}: {error}')
