# chart
