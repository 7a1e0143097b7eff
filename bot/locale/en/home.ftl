home-hello = *What customers really said*, and what concerns you here. Only you can see this page.
home-more = There is more than fits on this page.
home-later = Not to be had now
home-later-why = Something could not be read at the moment. Please open this page again in a minute.
area-gone = There is no such area any more. Please open the page again.
set-in-environment = This is set in the environment of the server, and can only be changed there.
