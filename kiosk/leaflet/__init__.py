"""The pages as a leaflet on paper: a PDF file to print, set by Typst."""
