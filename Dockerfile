# The application: web server, worker, beat and migrate are the same image with another command.

FROM node:22-slim AS schermen
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY hengelo_sociaal/web/assets hengelo_sociaal/web/assets
RUN npm run build

FROM python:3.11-slim AS pakketten
COPY requirements/base.txt /tmp/base.txt
RUN python -m venv /venv \
    && /venv/bin/pip install --no-cache-dir --disable-pip-version-check --require-hashes -r /tmp/base.txt

FROM python:3.11-slim
RUN useradd --system --uid 10001 --home-dir /data --create-home hengelo
COPY --from=pakketten /venv /venv
WORKDIR /app
COPY . .
COPY --from=schermen /app/static/dist static/dist
ENV PATH=/venv/bin:$PATH PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 DATA_DIR=/data
RUN SECRET_KEY=alleen-om-te-bouwen python manage.py collectstatic --no-input --verbosity=0
USER hengelo
VOLUME /data
EXPOSE 8000
CMD ["gunicorn", "--config=python:hengelo_sociaal.dienst.gunicorn_conf", "--bind=0.0.0.0:8000", "hengelo_sociaal.wsgi"]
