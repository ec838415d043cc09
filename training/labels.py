"""What the annotation tells of a name and of a claim, in the order of the net's answers."""
KINDS = ("person state place nationality government_body military_unit armed_group party international_body company ngo "
         "media weapon vehicle event agreement product other").split()
STATUS = "actual planned possible demanded denied former".split()
