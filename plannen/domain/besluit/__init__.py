"""Operations on a besluit and on the bezwaar against it, one file per act of the law.

A besluit is locked before it changes; sending one locks the resident as well, so that a
toewijzing cannot begin while what it rests on ends.
"""
