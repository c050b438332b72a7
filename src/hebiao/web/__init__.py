"""
`hebiao serve`: the page in the browser, and the same for other programs. Needs the extra `web`.

    limits.py           what is taken, and for how long
    guard.py            who is answered: Host, Origin, token; the headers of every answer
    receive.py          an upload, streamed to the disk
    crew.py  judge.py   worker processes, fair to all desks; what they do with a file
    desk.py  room.py    what an open page works on; all of them
    desks.py  api.py    the addresses of the page, and those for other programs
    app.py  server.py   all of it together, and its start
"""
